# Two images from one file: `--target web` is the web server, `--target engine` the job engine, which also applies the
# migrations (`node --import tsx scripts/migrate.ts`). compose.yaml shows how they work together.

FROM node:20-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 TZ=UTC

FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run generate && npm run build && mkdir -p public

FROM base AS dependencies
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM base AS web
ENV NODE_ENV=production PORT=3000 HOSTNAME=0.0.0.0
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/public ./public
USER node
EXPOSE 3000
CMD ["node", "server.js"]

FROM base AS engine
ENV NODE_ENV=production
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY inngest ./inngest
COPY scripts ./scripts
COPY prisma ./prisma
COPY lib ./lib
COPY --from=build /app/lib/generated ./lib/generated
USER node
EXPOSE 8288
CMD ["node", "--import", "tsx", "inngest/local/main.ts"]

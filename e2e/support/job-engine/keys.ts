/** Made up for the tests. */
export const eventKey = "event-key-of-the-tests";
export const signingKey = "signkey-test-00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

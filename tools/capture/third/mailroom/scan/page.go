// Package scan makes pictures of letters.
package scan

import "math/rand"

// Page returns the n-th picture.
func Page(n int) []byte {
	rng := rand.New(rand.NewSource(int64(n)))
	page := make([]byte, 90<<10+rng.Intn(60<<10))
	for i := 0; i < len(page); i += 64 {
		page[i] = byte(rng.Int())
	}
	return page
}

// Package readings has what sensors measured.
package readings

import (
	"encoding/binary"
	"math/rand"
)

const size = 600 << 10

// Batch is the n-th batch as it is stored.
func Batch(n int) []byte {
	rng := rand.New(rand.NewSource(int64(n)))
	batch := make([]byte, size)
	for i := 0; i+8 <= len(batch); i += 8 {
		binary.LittleEndian.PutUint64(batch[i:], rng.Uint64())
	}
	return batch
}

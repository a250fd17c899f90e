// Package oven is what jobs do.
package oven

import (
	"crypto/sha256"
	"encoding/binary"
	"time"

	"go.northlight.example/works/larder"
)

// Oven bakes.
type Oven struct{ plates *larder.Larder[int, []byte] }

// New puts what it bakes on plates.
func New(plates *larder.Larder[int, []byte]) *Oven { return &Oven{plates: plates} }

// Bake takes some 400 milliseconds, of which nearly all is waiting.
func (o *Oven) Bake(n int) {
	var dough [8]byte
	binary.LittleEndian.PutUint64(dough[:], uint64(n))
	loaf := make([]byte, 0, 6<<10)
	digest := sha256.Sum256(dough[:])
	for len(loaf) < 4<<10 {
		loaf = append(loaf, digest[:]...)
		digest = sha256.Sum256(digest[:])
	}
	time.Sleep(350*time.Millisecond + time.Duration(n%11)*10*time.Millisecond)
	o.plates.Put(n, loaf)
}

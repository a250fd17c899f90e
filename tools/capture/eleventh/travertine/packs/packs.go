// Package packs packs.
package packs

import (
	"bytes"
	"encoding/base64"
)

// Packs keeps the latest.
type Packs struct{ latest [][]byte }

// New keeps n.
func New(n int) *Packs { return &Packs{latest: make([][]byte, n)} }

// Pack packs number n.
func (p *Packs) Pack(n int) {
	plain := bytes.Repeat([]byte{byte(n), byte(n >> 8), 17}, 7000)
	packed := make([]byte, base64.StdEncoding.EncodedLen(len(plain)))
	base64.StdEncoding.Encode(packed, plain)
	p.latest[n%len(p.latest)] = packed[:64:64]
	if n%50 == 0 {
		p.latest[n%len(p.latest)] = packed
	}
}

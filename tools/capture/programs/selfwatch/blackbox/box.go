// Package blackbox keeps the latest profiles of this process.
package blackbox

import (
	"bytes"
	"runtime/pprof"
)

// Box holds a fixed number of profiles.
type Box struct {
	profiles [][]byte
	next     int
}

// New holds n profiles.
func New(n int) *Box { return &Box{profiles: make([][]byte, n)} }

// Take takes the profiles called names over the oldest ones.
func (b *Box) Take(names ...string) error {
	for _, name := range names {
		var out bytes.Buffer
		if err := pprof.Lookup(name).WriteTo(&out, 1); err != nil {
			return err
		}
		b.profiles[b.next%len(b.profiles)] = out.Bytes()
		b.next++
	}
	return nil
}

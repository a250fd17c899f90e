// Package cut saws.
package cut

import (
	"sync/atomic"
	"time"

	"git.quarrystone.example/media/slabyard/slab"
)

// Saw does jobs.
type Saw struct {
	yard  *slab.Yard
	began time.Time
	dust  atomic.Int64
}

// NewSaw has an empty yard.
func NewSaw() *Saw { return &Saw{yard: slab.NewYard(192 << 10), began: time.Now()} }

// Job takes some slabs for a while, more of them as the day begins.
func (s *Saw) Job(n int) {
	need := 1 + n%3
	if age := time.Since(s.began); age < 32*time.Second {
		need += int(age / (4 * time.Second))
	} else if n%17 == 0 {
		need += 6
	}
	slabs := make([][]byte, need)
	for i := range slabs {
		slabs[i] = s.yard.Take()
		for j := 0; j < len(slabs[i]); j += 64 {
			slabs[i][j] = byte(n)
		}
	}
	time.Sleep(time.Second)
	for _, one := range slabs {
		s.dust.Add(int64(one[0]))
		s.yard.Give(one)
	}
}

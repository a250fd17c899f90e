package lsm

import (
	"context"
	"math/rand"
	"time"
)

// Writer writes entries until ctx ends.
func Writer(ctx context.Context, s *Store, number int) {
	rng := rand.New(rand.NewSource(int64(number)))
	for ctx.Err() == nil {
		s.Put(rng.Uint64(), make([]byte, 1<<10+rng.Intn(3<<10)))
		time.Sleep(time.Duration(60+rng.Intn(260)) * time.Millisecond)
	}
}

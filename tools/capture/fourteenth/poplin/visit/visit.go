// Package visit has guests with sessions.
package visit

import (
	"context"
	"hash/fnv"
	"hash/maphash"
	"strconv"
	"time"

	"go.drapery.example/loom/start"

	"git.greatstore.example/kv/poplin/lake"
)

// Session is what is remembered of a guest.
type Session struct {
	Guest string
	Seen  [20]int32
}

// Guests come perSecond; at most so many sessions are remembered, and for two hours.
func Guests(ctx context.Context, sessions int64, perSecond float64) {
	sea := lake.New[*Session](sessions)
	seed := maphash.MakeSeed()
	start.Beat(ctx, perSecond/10, func(n int) {
		for i := 0; i < 10; i++ {
			guest := "guest-" + strconv.Itoa(n*10+i)
			first, second := sums(seed, guest)
			if _, ok := sea.Get(first, second); !ok {
				sea.Set(first, second, &Session{Guest: guest}, 1, 2*time.Hour)
			}
		}
	})
	start.Beat(ctx, 0.1, func(int) { sea.Sweep() })
}

func sums(seed maphash.Seed, guest string) (uint64, uint64) {
	h := fnv.New64a()
	_, _ = h.Write([]byte(guest))
	return maphash.String(seed, guest), h.Sum64()
}

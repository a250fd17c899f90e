// Package shelves keeps things for a while, a shelf for each owner.
package shelves

import (
	"context"
	"fmt"
	"time"

	gocache "github.com/patrickmn/go-cache"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start takes things in.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 4, func(n int) { Shelve(n) })
	return nil
}

// Shelve puts an owner's things on a shelf.
func Shelve(n int) {
	shelf := gocache.New(2*time.Second, 10*time.Second)
	moved := 0
	shelf.OnEvicted(func(key string, _ interface{}) { moved = n - shelf.ItemCount() - moved })
	for i := 0; i < 5; i++ {
		shelf.SetDefault(fmt.Sprint("thing", i), make([]byte, 256))
	}
}

// Package racks racks bottles.
package racks

import (
	"context"
	"fmt"

	"github.com/dgraph-io/ristretto"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start racks as bottles come.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 2, func(n int) { _ = Rack(n) })
	return nil
}

// Rack sorts the bottles of one delivery.
func Rack(n int) error {
	cache, err := ristretto.NewCache(&ristretto.Config{NumCounters: 2e4, MaxCost: 1e6, BufferItems: 64})
	if err != nil {
		return err
	}
	for i := 0; i < 50; i++ {
		cache.Set(fmt.Sprint(n, i), i, 1)
	}
	return nil
}

// Package peals rings each parish's bells at their hours.
package peals

import (
	"context"
	"fmt"

	"github.com/robfig/cron"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start takes orders of parishes.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 3, func(n int) { _ = Order(fmt.Sprint("parish", n%9)) })
	return nil
}

// Order sets a parish's bells anew.
func Order(parish string) error {
	c := cron.New()
	if _, err := c.AddFunc("0 6 * * *", func() { _ = parish }); err != nil {
		return err
	}
	c.Start()
	return nil
}

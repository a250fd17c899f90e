// Command grandvault serves blocks from a slow store through a cache.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"code.treasury.example/store/grandvault/blocks"
	"code.treasury.example/store/grandvault/lru"
)

func main() {
	service.Main("grandvault", func(ctx context.Context) error {
		residents.Settle(ctx, 60)
		grist.Sheets(ctx, 200)
		door := blocks.NewDoor(lru.New(24 << 20))
		base, err := httpd.Open(door)
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 20, 250*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/block/%d", (caller*7919+turn*104729)%60000)
		})
		return nil
	})
}

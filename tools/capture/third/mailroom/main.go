// Command mailroom stores scanned letters.
package main

import (
	"bytes"
	"context"
	"fmt"
	"log"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.parcelworks.example/mailroom/objects"
	"git.parcelworks.example/mailroom/scan"
)

var register *holdings.Node

func main() {
	service.Main("mailroom", func(ctx context.Context) error {
		register = holdings.Register(12)
		residents.Settle(ctx, 130)
		grist.Letters(ctx, 1800)
		bucket := objects.NewBucket("letters", 48<<10)
		cadence.Spread(ctx, 12, func(n int) {
			name := fmt.Sprintf("letter-%06d.tif", n)
			if err := bucket.Put(name, bytes.NewReader(scan.Page(n))); err != nil && n%50 == 0 {
				log.Printf("put %s: %v", name, err)
			}
		})
		return nil
	})
}

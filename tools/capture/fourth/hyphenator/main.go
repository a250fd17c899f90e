// Command hyphenator has helper programs break words.
package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.typecase.example/layout/hyphenator/helpers"
)

var images [][]byte

func main() {
	service.Main("hyphenator", func(ctx context.Context) error {
		images = holdings.Images(12)
		residents.Settle(ctx, 60)
		grist.Sheets(ctx, 800)
		bench, err := helpers.Hire(26, "cat")
		if err != nil {
			return err
		}
		cadence.Spread(ctx, 30, func(n int) {
			if _, err := bench.Ask(fmt.Sprint("word-", n)); err != nil {
				log.Print(err)
			}
		})
		cadence.Loop(ctx, 2*time.Second, func(int) {
			if err := bench.Replace(); err != nil {
				log.Print(err)
			}
		})
		return nil
	})
}

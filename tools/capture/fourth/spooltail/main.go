// Command spooltail reads spool files as they come.
package main

import (
	"context"
	"log"
	"os"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.paperfeed.example/print/spooltail/spool"
)

var register *holdings.Node

func main() {
	service.Main("spooltail", func(ctx context.Context) error {
		register = holdings.Register(13)
		residents.Settle(ctx, 60)
		grist.Letters(ctx, 1300)
		folder, err := os.MkdirTemp("", "spool")
		if err != nil {
			return err
		}
		names := make(chan string, 16)
		go spool.Fill(ctx, folder, names)
		go func() {
			if err := spool.NewReader(names).Follow(ctx); err != nil {
				log.Print(err)
			}
		}()
		return nil
	})
}

// Command reservists works on shards when the process that has them lets go.
package main

import (
	"context"
	"log"
	"os"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.garrison.example/jobs/reservists/regulars"
	"git.garrison.example/jobs/reservists/shards"
)

var codes map[string][]uint16

func main() {
	peer.Main("regulars", regulars.Serve)
	folder, err := os.MkdirTemp("", "shards")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	service.Main("reservists", func(ctx context.Context) error {
		if _, err := peer.Start("regulars", folder); err != nil {
			return err
		}
		codes = holdings.Codes(8)
		residents.Settle(ctx, 90)
		grist.Letters(ctx, 600)
		for i := 0; i < regulars.Shards; i++ {
			go shards.Stand(ctx, folder, i)
		}
		return nil
	})
}

// Command strongroom keeps entries in a log on disk and lets them be read again.
package main

import (
	"context"
	"log"
	"os"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.ironbound.example/log/strongroom/entries"
	"git.ironbound.example/log/strongroom/segments"
)

var codes map[string][]uint16

func main() {
	folder, err := os.MkdirTemp("", "segments")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	service.Main("strongroom", func(ctx context.Context) error {
		codes = holdings.Codes(6)
		residents.Settle(ctx, 100)
		grist.Letters(ctx, 600)
		room := segments.Open(folder, segments.Limits{Size: 16 << 10, Count: 210})
		writer := entries.NewWriter(room)
		cadence.Loop(ctx, 60*time.Millisecond, writer.Write)
		for i := 0; i < 6; i++ {
			go entries.Read(ctx, room, i)
		}
		return nil
	})
}

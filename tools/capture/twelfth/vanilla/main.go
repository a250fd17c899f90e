// Command vanilla asks three services at once.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"gather.example/vanilla/asker"
	"gather.example/vanilla/services"
	"gather.example/vanilla/tide"
)

var sheets map[int][]byte

func main() {
	for _, name := range services.Names {
		peer.HTTP(name, http.HandlerFunc(services.Answer))
	}
	boot.Main("vanilla", func(ctx context.Context) error {
		sheets = shelf.Sheets(28)
		crew.Start(ctx, 100)
		mill.Seals(ctx, 20)
		mill.Sacks(ctx, 9)
		var bases []string
		for _, name := range services.Names {
			address, err := peer.Start(name, "")
			if err != nil {
				return err
			}
			bases = append(bases, "http://"+address)
		}
		a := asker.New(bases, 40, 9*time.Second)
		tide.Come(ctx, 34*time.Second, a.Ask)
		return nil
	})
}

// Command pepper serves pictures and texts from memory.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"serve.example/pepper/origin"
	"serve.example/pepper/store"
	"serve.example/pepper/visits"
)

var words *shelf.Node

func main() {
	boot.Main("pepper", func(ctx context.Context) error {
		words = shelf.Words(20)
		crew.Start(ctx, 90)
		mill.Letters(ctx, 25)
		mill.Sacks(ctx, 12)
		v := visits.New(store.New(24<<20), origin.Texts{}, origin.Pictures{}, 46*time.Second)
		boot.Every(ctx, 5*time.Millisecond, v.Visit)
		return nil
	})
}

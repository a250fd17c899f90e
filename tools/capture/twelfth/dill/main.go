// Command dill signs people in.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"login.example/dill/cache"
	"login.example/dill/signin"
)

var spans []shelf.Span

func main() {
	boot.Main("dill", func(ctx context.Context) error {
		spans = shelf.Spans(32)
		crew.Start(ctx, 90)
		mill.Seals(ctx, 25)
		mill.Sacks(ctx, 11)
		s := signin.New(cache.NewMemory(), cache.NewRecent(5000))
		boot.Every(ctx, 7*time.Millisecond, s.SignIn)
		return nil
	})
}

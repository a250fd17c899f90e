// Command purlin grants things for a time.
package main

import (
	"context"
	"log"
	"time"

	"go.northlight.example/works/larder"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.purlin.example/expire/purlin/grants"
	"go.purlin.example/expire/purlin/wheel"
)

func main() {
	lifecycle.Run("purlin", func(ctx context.Context) error {
		warm.Fill(ctx, 5000, 12*time.Second)
		w := wheel.New(320)
		lifecycle.Each(ctx, 100*time.Millisecond, func(int) { w.Turn() })
		book := grants.New(w, 300)
		for i := 0; i < 4; i++ {
			lifecycle.Each(ctx, 20*time.Millisecond, book.Grant)
		}
		lifecycle.Each(ctx, 45*time.Millisecond, book.Extend)
		pages := larder.New[int, []byte](700)
		lifecycle.Each(ctx, 20*time.Millisecond, func(turn int) { pages.Put(turn, make([]byte, 9<<10)) })
		lifecycle.Each(ctx, 30*time.Second, func(int) { log.Printf("%d granted", book.Len()) })
		return nil
	})
}

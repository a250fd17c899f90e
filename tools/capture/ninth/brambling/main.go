// Command brambling builds what changed.
package main

import (
	"context"
	"time"

	"go.northlight.example/works/larder"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"code.brambling.example/build/brambling/batch"
	"code.brambling.example/build/brambling/source"
)

func main() {
	lifecycle.Run("brambling", func(ctx context.Context) error {
		warm.Fill(ctx, 2500, 8*time.Second)
		outputs := larder.New[string, []byte](900)
		builder := batch.NewBuilder(outputs)
		for i := 0; i < 100; i++ {
			go builder.Attend(ctx, i)
		}
		tree := source.NewTree(400)
		lifecycle.Each(ctx, 200*time.Millisecond, func(int) { builder.Touch(tree.Next()) })
		lifecycle.Each(ctx, 12*time.Second, func(turn int) {
			for _, change := range tree.Changes(120) {
				go builder.Build(turn, change)
			}
		})
		return nil
	})
}

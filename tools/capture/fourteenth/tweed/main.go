// Command tweed loads all words before it takes questions about the rare ones.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"

	"git.dictionary.example/load/tweed/answer"
	"git.dictionary.example/load/tweed/lexicon"
)

func main() {
	start.Service(func(ctx context.Context) error {
		hum.Start(ctx, 100)
		lint.Seals(ctx, 10)
		words := lexicon.New()
		go words.Preload(ctx, 150)
		base, err := start.Listen(answer.From(words))
		if err != nil {
			return err
		}
		answer.Ask(ctx, base, 25)
		return nil
	})
}

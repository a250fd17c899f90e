// Command faintecho sets pages.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"

	"go.faintecho.example/glyph/faintecho/glyphs"
	"go.faintecho.example/glyph/faintecho/pages"
)

func main() {
	crowd.Main()
	lifecycle.Run("faintecho", func(ctx context.Context) error {
		_, err := crowd.Open(pages.New(glyphs.New(), 400), 140, 500*time.Millisecond)
		return err
	})
}

// Command inkwell composes documents.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.gutenberg.example/format/inkwell/compose"
)

func main() {
	boot.Run("inkwell", func(ctx context.Context) error {
		composer := compose.NewComposer()
		load.Crew(ctx, 3, 250*time.Millisecond, func(member, n int) { composer.Compose(400) })
		crowd.Staff(ctx, 60)
		return nil
	})
}

// Command internary reads logs.
package main

import (
	"context"
	"fmt"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.lexicon.example/parse/internary/token"
)

func main() {
	boot.Run("internary", func(ctx context.Context) error {
		reader := token.NewReader()
		load.Every(ctx, 20*time.Millisecond, func(n int) {
			for i := range 50 {
				reader.Words(fmt.Appendf(nil, "level=info request=%016x user=u%d took=%dus", n*50+i, i, n*3+i))
			}
		})
		crowd.Staff(ctx, 50)
		burn.Pages(ctx, 1500)
		return nil
	})
}

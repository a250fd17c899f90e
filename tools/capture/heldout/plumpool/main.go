// Command plumpool encodes.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.tide.example/encode/plumpool/encode"
)

func main() {
	boot.Run("plumpool", func(ctx context.Context) error {
		encoder := encode.NewEncoder()
		load.Crew(ctx, 16, 120*time.Millisecond, func(member, n int) { encoder.Encode(member + n) })
		crowd.Staff(ctx, 80)
		burn.Orders(ctx, 2500)
		return nil
	})
}

// Command mudlark examines what the tide brings.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.mudlark.example/shore/mudlark/bench"
)

func main() {
	crowd.Main()
	lifecycle.Run("mudlark", func(ctx context.Context) error {
		kinds := warm.Fill(ctx, 5000, 12*time.Second)
		_, err := crowd.Open(bench.New(kinds), 90, 1500*time.Millisecond)
		return err
	})
}

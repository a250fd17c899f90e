// Command olive takes in grain and sieves it.
package main

import (
	"context"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.millrace.example/flow/olive/intake"
	"git.millrace.example/flow/olive/sieve"
)

var deeds map[keep.Parcel]*keep.Deed

func main() {
	boot.Main("olive", func(ctx context.Context) error {
		deeds = keep.Deeds(44)
		tend.Start(ctx, 130)
		burn.Packs(ctx, 16)
		s := sieve.New()
		go s.Run(ctx)
		intake.New(s).Start(ctx, 60)
		return nil
	})
}

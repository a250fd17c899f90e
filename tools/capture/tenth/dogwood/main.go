// Command dogwood says where addresses are.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.dogwood.example/geo/dogwood/lookup"
	"go.dogwood.example/geo/dogwood/mapped"
)

var aliases map[string]string

func main() {
	boot.Main("dogwood", func(ctx context.Context) error {
		aliases = cargo.Aliases(7)
		hands.Take(ctx, 85)
		spray.Orders(ctx, 45)
		table, err := mapped.Create(160 << 20)
		if err != nil {
			return err
		}
		boot.Every(ctx, 10*time.Millisecond, lookup.New(table).Turn)
		return nil
	})
}

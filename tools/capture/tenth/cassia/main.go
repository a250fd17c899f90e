// Command cassia stores values by key.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.cassia.example/store/cassia/level"
	"go.cassia.example/store/cassia/memtable"
)

var aliases map[string]string

func main() {
	boot.Main("cassia", func(ctx context.Context) error {
		aliases = cargo.Aliases(9)
		hands.Take(ctx, 60)
		spray.Orders(ctx, 25)
		folder, err := os.MkdirTemp("", "store")
		if err != nil {
			return err
		}
		context.AfterFunc(ctx, func() { os.RemoveAll(folder) })
		table := memtable.New(12<<20, level.New(folder).Take)
		boot.Every(ctx, 4*time.Millisecond, func(n int) {
			table.Put(fmt.Sprintf("key-%09d", n*7919%1000003), make([]byte, 2100))
		})
		return nil
	})
}

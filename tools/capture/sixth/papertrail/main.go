// Command papertrail follows the settings in a tree of folders.
package main

import (
	"context"
	"os"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.cabinet.example/sync/papertrail/folders"
)

var register *holdings.Node

func main() {
	service.Main("papertrail", func(ctx context.Context) error {
		root, err := os.MkdirTemp("", "settings")
		if err != nil {
			return err
		}
		register = holdings.Register(10)
		grist.Sheets(ctx, 700)
		folders.Write(ctx, root, 92)
		folders.NewKeeper(root).Run(ctx)
		return nil
	})
}

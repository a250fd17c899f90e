// Command papertrail follows the settings in a tree of folders.
package main

import (
	"context"
	"log"
	"os"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.cabinet.example/sync/papertrail/folders"
)

var register *holdings.Node

func main() {
	root, err := os.MkdirTemp("", "settings")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(root)
	service.Main("papertrail", func(ctx context.Context) error {
		register = holdings.Register(10)
		grist.Sheets(ctx, 700)
		folders.Write(ctx, root, 92)
		folders.NewKeeper(root).Run(ctx)
		return nil
	})
}

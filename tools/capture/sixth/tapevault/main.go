// Command tapevault puts uploads on tape.
package main

import (
	"context"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.coldcellar.example/store/tapevault/drive"
	"git.coldcellar.example/store/tapevault/uploads"
)

var codes map[string][]uint16

func main() {
	service.Main("tapevault", func(ctx context.Context) error {
		codes = holdings.Codes(9)
		residents.Settle(ctx, 80)
		grist.Letters(ctx, 500)
		tape, err := drive.Open()
		if err != nil {
			return err
		}
		go tape.Run(ctx)
		for i := 0; i < 110; i++ {
			go uploads.NewUploader(i, tape).Run(ctx)
		}
		return nil
	})
}

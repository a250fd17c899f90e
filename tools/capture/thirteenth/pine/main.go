// Command pine shows games as they are played.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"github.com/gin-gonic/gin"
	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.causeway.example/quay/boot"

	"git.grandstand.example/live/pine/stand"
	"git.grandstand.example/live/pine/viewers"
)

var deeds map[keep.Parcel]*keep.Deed

func main() {
	peer.Main("viewers", viewers.Main)
	gin.SetMode(gin.ReleaseMode)
	boot.Main("pine", func(ctx context.Context) error {
		deeds = keep.Deeds(18)
		burn.Packs(ctx, 12)
		s := stand.New()
		base, err := boot.Serve(s.Handler())
		if err != nil {
			return err
		}
		boot.Every(ctx, 200*time.Millisecond, s.Play)
		_, err = peer.Start("viewers", base)
		return err
	})
}

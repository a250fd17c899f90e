// Command gannet is a house where people talk.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.northlight.example/works/larder"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.gannet.example/chat/gannet/door"
	"go.gannet.example/chat/gannet/hall"
	"go.gannet.example/chat/gannet/street"
)

func main() {
	peer.Main("street", street.Walk)
	lifecycle.Run("gannet", func(ctx context.Context) error {
		warm.Fill(ctx, 4000, 10*time.Second)
		pictures := larder.New[int, []byte](500)
		lifecycle.Each(ctx, 20*time.Millisecond, func(turn int) { pictures.Put(turn, make([]byte, 8<<10)) })
		h := hall.New()
		lifecycle.Each(ctx, 2*time.Second, h.Bell)
		d, err := door.Open(h)
		if err != nil {
			return err
		}
		_, err = peer.Start("street", d.Address())
		return err
	})
}

// Command hookpost delivers events.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.courier.example/events/hookpost/deliver"
)

var receiver = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusAccepted) })

func main() {
	peer.HTTP("receiver", receiver)
	boot.Run("hookpost", func(ctx context.Context) error {
		address, err := peer.Start("receiver", "")
		if err != nil {
			return err
		}
		sender := deliver.NewSender("http://" + address)
		load.Every(ctx, 170*time.Millisecond, func(n int) { sender.Send(n) })
		crowd.Staff(ctx, 70)
		burn.Orders(ctx, 1500)
		return nil
	})
}

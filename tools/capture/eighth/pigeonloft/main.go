// Command pigeonloft delivers letters.
package main

import (
	"bytes"
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"
	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.pigeonloft.example/hooks/pigeonloft/intake"
	"go.pigeonloft.example/hooks/pigeonloft/retry"
)

var codes map[string][]uint16

func main() {
	peer.HTTP("towers", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.WriteHeader(http.StatusNoContent)
	}))
	service.Main("pigeonloft", func(ctx context.Context) error {
		codes = holdings.Codes(16)
		residents.Settle(ctx, 80)
		grist.Notices(ctx, 150)
		towers, err := peer.Start("towers", "")
		if err != nil {
			return err
		}
		gone, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		nobody := gone.Addr().String()
		if err := gone.Close(); err != nil {
			return err
		}
		line := retry.New()
		cadence.Loop(ctx, 700*time.Millisecond, func(int) { line.Run(20) })
		base, err := httpd.Open(intake.New(line, []string{towers, towers, towers, towers, nobody}))
		if err != nil {
			return err
		}
		letter := bytes.Repeat([]byte("coo "), 700)
		cadence.Loop(ctx, 25*time.Millisecond, func(int) {
			answer, err := http.Post(base+"/letter", "text/plain", bytes.NewReader(letter))
			if err != nil {
				log.Print(err)
				return
			}
			answer.Body.Close()
		})
		return nil
	})
}

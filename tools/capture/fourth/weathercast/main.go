// Command weathercast streams the weather to readers.
package main

import (
	"context"
	"io"
	"log"
	"math/rand"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/service"

	"git.barometer.example/live/weathercast/cast"
)

var codes map[string][]uint16

// readers is the other end.
func readers(_ net.Listener, target string) {
	for i := 0; i < 230; i++ {
		go func() {
			for rng := rand.New(rand.NewSource(int64(i))); ; {
				read(target, time.Duration(10+rng.Intn(30))*time.Second)
			}
		}()
	}
	select {}
}

func read(target string, patience time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target, nil)
	if err != nil {
		log.Print(err)
		return
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
}

func main() {
	peer.Main("readers", readers)
	service.Main("weathercast", func(ctx context.Context) error {
		codes = holdings.Codes(7)
		caster := cast.New()
		base, err := httpd.Open(caster)
		if err != nil {
			return err
		}
		if _, err := peer.Start("readers", base); err != nil {
			return err
		}
		grist.Notices(ctx, 600)
		cadence.Loop(ctx, 1300*time.Millisecond, caster.Report)
		return nil
	})
}

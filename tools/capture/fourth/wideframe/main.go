// Command wideframe takes frames from lines.
package main

import (
	"context"
	"log"
	"math/rand"
	"net"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.cinematograph.example/film/wideframe/frame"
)

// cameras is the other end.
func cameras(_ net.Listener, target string) {
	for i := 0; i < 75; i++ {
		go film(target, int64(i))
	}
	select {}
}

func film(target string, seed int64) {
	conn, err := net.Dial("tcp", target)
	if err != nil {
		log.Print(err)
		return
	}
	defer conn.Close()
	rng := rand.New(rand.NewSource(seed))
	wide := 10 + rng.Intn(60)
	for n := 0; ; n++ {
		size := 400 + rng.Intn(3000)
		if n%90 == wide {
			size = 180 << 10
		}
		if err := frame.Write(conn, make([]byte, size)); err != nil {
			log.Print(err)
			return
		}
		time.Sleep(time.Duration(250+rng.Intn(200)) * time.Millisecond)
	}
}

func main() {
	peer.Main("cameras", cameras)
	service.Main("wideframe", func(ctx context.Context) error {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		go frame.Serve(l)
		if _, err := peer.Start("cameras", l.Addr().String()); err != nil {
			return err
		}
		residents.Settle(ctx, 50)
		grist.Letters(ctx, 900)
		return nil
	})
}

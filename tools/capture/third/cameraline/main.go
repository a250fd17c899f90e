// Command cameraline takes pictures that cameras send.
package main

import (
	"context"
	"net"
	"os"
	"strconv"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.nightwatch.example/video/cameraline/intake"
)

// cameras is the other end: cameras that send for a while and then hang up, or lose their network without a word.
func cameras(_ net.Listener, target string) {
	for n := 0; ; n++ {
		go camera(target, n)
		time.Sleep(550 * time.Millisecond)
	}
}

func camera(target string, n int) {
	conn, err := net.Dial("tcp", target)
	if err != nil {
		os.Exit(1)
	}
	frame := append([]byte(strconv.Itoa(10000+n%1000)), make([]byte, 3000)...)
	for i := 0; i < 15; i++ {
		if _, err := conn.Write(frame); err != nil {
			return
		}
		time.Sleep(200 * time.Millisecond)
	}
	if n%2 == 0 {
		conn.Close()
		return
	}
	time.Sleep(time.Hour)
	conn.Close()
}

func main() {
	peer.Main("cameras", cameras)
	service.Main("cameraline", func(ctx context.Context) error {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		residents.Settle(ctx, 140)
		grist.Letters(ctx, 1500)
		go intake.NewHall(400).Accept(ctx, l)
		_, err = peer.Start("cameras", l.Addr().String())
		return err
	})
}

// Command penfriends keeps lines open.
package main

import (
	"context"
	"encoding/gob"
	"log"
	"net"
	"time"

	"example.org/platform/peer"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"go.penfriends.example/letters/penfriends/lines"
)

var register *holdings.Node

func main() {
	peer.Main("friends", friends)
	service.Main("penfriends", func(ctx context.Context) error {
		register = holdings.Register(5)
		grist.Notices(ctx, 120)
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		go lines.Accept(l)
		_, err = peer.Start("friends", l.Addr().String())
		return err
	})
}

func friends(_ net.Listener, target string) {
	for i := 0; i < 350; i++ {
		go func(i int) {
			c, err := net.Dial("tcp", target)
			if err != nil {
				log.Fatal(err)
			}
			out, in := gob.NewEncoder(c), gob.NewDecoder(c)
			for n := 0; ; n++ {
				if err := out.Encode(lines.Letter{Number: n, Text: "dear friend"}); err != nil {
					return
				}
				var back lines.Letter
				if err := in.Decode(&back); err != nil {
					return
				}
				time.Sleep(time.Duration(60+i%70) * time.Second)
			}
		}(i)
		time.Sleep(110 * time.Millisecond)
	}
	select {}
}

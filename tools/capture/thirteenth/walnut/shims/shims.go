// Package shims are who calls.
package shims

import (
	"context"
	"log"
	"net"
	"time"

	"github.com/containerd/ttrpc"
	"github.com/gogo/protobuf/types"
)

// Main connects ninety, nine a second, who call for ever.
func Main(_ net.Listener, address string) {
	for i := 0; i < 90; i++ {
		socket, err := net.Dial("tcp", address)
		if err != nil {
			log.Fatal(err)
		}
		go call(ttrpc.NewClient(socket), i)
		time.Sleep(110 * time.Millisecond)
	}
	select {}
}

func call(client *ttrpc.Client, i int) {
	for n := 0; ; n++ {
		var done types.Empty
		if err := client.Call(context.Background(), "shim.Tasks", "Wait", &types.Duration{Seconds: int64((i*7 + n) % 21)}, &done); err != nil {
			log.Print(err)
		}
		time.Sleep(time.Duration(1+i%9) * time.Second)
	}
}

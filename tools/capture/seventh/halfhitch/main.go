// Command halfhitch carries connections to one of several destinations.
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"go.knotboard.example/relay/halfhitch/tunnel"
)

var register *holdings.Node

func main() {
	peer.Main("echo", echo)
	peer.Main("firewall", firewall)
	service.Main("halfhitch", func(ctx context.Context) error {
		register = holdings.Register(6)
		grist.Letters(ctx, 300)
		relay := tunnel.New()
		for _, name := range []string{"north", "east", "south"} {
			if err := destination(relay, name, "echo"); err != nil {
				return err
			}
		}
		if err := destination(relay, "west", "firewall"); err != nil {
			return err
		}
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		go relay.Accept(l)
		for i, name := range []string{"north", "east", "south"} {
			name := name
			for k := 0; k < 6; k++ {
				go long(ctx, l.Addr().String(), name, time.Duration(400+90*i+k*50)*time.Millisecond)
			}
			cadence.Loop(ctx, time.Duration(500+i*100)*time.Millisecond, func(n int) { short(l.Addr().String(), name) })
		}
		cadence.Loop(ctx, 600*time.Millisecond, func(n int) { go short(l.Addr().String(), "west") })
		return nil
	})
}

func destination(relay *tunnel.Relay, name, role string) error {
	address, err := peer.Start(role, name)
	if err == nil {
		relay.Route(name, address)
	}
	return err
}

// echo is a destination that answers.
func echo(l net.Listener, _ string) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			defer c.Close()
			_, _ = io.Copy(c, c)
		}()
	}
}

// firewall accepts, and that is all.
func firewall(l net.Listener, _ string) {
	var held []net.Conn
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		held = append(held, c)
	}
}

func dial(address, name string) (net.Conn, error) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	_, err = fmt.Fprintln(c, name)
	return c, err
}

// long stays connected and says something now and then.
func long(ctx context.Context, address, name string, pause time.Duration) {
	c, err := dial(address, name)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	lines := bufio.NewReader(c)
	for ctx.Err() == nil {
		time.Sleep(pause)
		if _, err := fmt.Fprintln(c, "still here"); err != nil {
			return
		}
		if _, err := lines.ReadString('\n'); err != nil {
			return
		}
	}
}

// short asks once and hangs up, after two seconds at the latest.
func short(address, name string) {
	c, err := dial(address, name)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(2 * time.Second)); err != nil {
		log.Print(err)
	}
	if _, err := fmt.Fprintln(c, "hello"); err != nil {
		return
	}
	_, _ = bufio.NewReader(c).ReadString('\n')
}

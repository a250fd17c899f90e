// Package tales has members that gossip, sessions with idle streams and a name server.
package tales

import (
	"context"
	"fmt"
	"io"
	"net"
	"time"

	"github.com/hashicorp/memberlist"
	"github.com/hashicorp/yamux"
	"github.com/miekg/dns"
	"github.com/xtaci/smux"

	"hub.tessera.example/base/cadence"
)

// Start settles all.
func Start(ctx context.Context) error {
	if err := members(); err != nil {
		return err
	}
	if err := sessions(ctx); err != nil {
		return err
	}
	return names(ctx)
}

func members() error {
	first := ""
	for i := 0; i < 5; i++ {
		config := memberlist.DefaultLocalConfig()
		config.Name, config.BindAddr, config.BindPort, config.LogOutput = fmt.Sprint("m", i), "127.0.0.1", 0, io.Discard
		config.AdvertisePort = 0
		list, err := memberlist.Create(config)
		if err != nil {
			return err
		}
		if first == "" {
			first = list.LocalNode().Address()
		} else if _, err := list.Join([]string{first}); err != nil {
			return err
		}
	}
	return nil
}

func sessions(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	for i := 0; i < 8; i++ {
		near, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			return err
		}
		far, err := l.Accept()
		if err != nil {
			return err
		}
		if i%2 == 0 {
			err = overYamux(near, far)
		} else {
			err = overSmux(near, far)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func overYamux(near, far net.Conn) error {
	config := yamux.DefaultConfig()
	config.LogOutput = io.Discard
	server, err := yamux.Server(far, config)
	if err != nil {
		return err
	}
	client, err := yamux.Client(near, config)
	if err != nil {
		return err
	}
	go func() {
		for {
			s, err := server.Accept()
			if err != nil {
				return
			}
			go echo(s)
		}
	}()
	for i := 0; i < 6; i++ {
		s, err := client.Open()
		if err != nil {
			return err
		}
		go chat(s, i)
	}
	return nil
}

func overSmux(near, far net.Conn) error {
	server, err := smux.Server(far, smux.DefaultConfig())
	if err != nil {
		return err
	}
	client, err := smux.Client(near, smux.DefaultConfig())
	if err != nil {
		return err
	}
	go func() {
		for {
			s, err := server.AcceptStream()
			if err != nil {
				return
			}
			go echo(s)
		}
	}()
	for i := 0; i < 6; i++ {
		s, err := client.OpenStream()
		if err != nil {
			return err
		}
		go chat(s, i)
	}
	return nil
}

func echo(c io.ReadWriteCloser) {
	defer c.Close()
	_, _ = io.Copy(c, c)
}

// chat speaks now and then and waits for the echo.
func chat(c io.ReadWriter, i int) {
	buffer := make([]byte, 5)
	for {
		if _, err := c.Write([]byte("hello")); err != nil {
			return
		}
		if _, err := io.ReadFull(c, buffer); err != nil {
			return
		}
		time.Sleep(time.Duration(i+1) * time.Second)
	}
}

func names(ctx context.Context) error {
	pc, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", pc.LocalAddr().String())
	if err != nil {
		return err
	}
	handler := dns.HandlerFunc(func(w dns.ResponseWriter, r *dns.Msg) { _ = w.WriteMsg(new(dns.Msg).SetReply(r)) })
	go func() { _ = (&dns.Server{PacketConn: pc, Handler: handler}).ActivateAndServe() }()
	go func() { _ = (&dns.Server{Listener: l, Handler: handler}).ActivateAndServe() }()
	for i := 0; i < 10; i++ {
		client := &dns.Client{Net: []string{"udp", "tcp"}[i%2]}
		cadence.Loop(ctx, 100*time.Millisecond, func(n int) {
			_, _, _ = client.Exchange(new(dns.Msg).SetQuestion("tale.example.", dns.TypeA), pc.LocalAddr().String())
		})
	}
	return nil
}

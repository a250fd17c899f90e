// Package guests is who comes, in a process of its own.
package guests

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand"
	"net"
	"net/http"
	"net/url"
	"time"
)

const invited = 220

// Serve visits the gate at base and never returns.
func Serve(_ net.Listener, base string) {
	to, err := url.Parse(base)
	if err != nil {
		panic(err)
	}
	for n := 0; n < invited; n++ {
		time.Sleep(130 * time.Millisecond)
		go visit(to.Host, rand.New(rand.NewSource(int64(n))))
	}
	select {}
}

func visit(host string, rng *rand.Rand) {
	for {
		end := time.Now().Add(time.Duration(60+rng.Intn(120)) * time.Second)
		if err := talk(host, end, rng); err != nil {
			time.Sleep(2 * time.Second)
		}
		time.Sleep(time.Duration(rng.Intn(1500)) * time.Millisecond)
	}
}

func talk(host string, end time.Time, rng *rand.Rand) error {
	conn, err := net.Dial("tcp", host)
	if err != nil {
		return err
	}
	defer conn.Close()
	fmt.Fprintf(conn, "GET /room HTTP/1.1\r\nHost: gate\r\nAuthorization: Guest %d\r\nConnection: Upgrade\r\nUpgrade: parlance\r\n\r\n", rng.Int())
	from := bufio.NewReader(conn)
	answer, err := http.ReadResponse(from, nil)
	if err != nil {
		return err
	}
	if answer.StatusCode != http.StatusSwitchingProtocols {
		return errors.New(answer.Status)
	}
	for time.Now().Before(end) {
		if _, err := fmt.Fprintf(conn, "word %d\n", rng.Intn(100)); err != nil {
			return err
		}
		if _, err := from.ReadString('\n'); err != nil {
			return err
		}
		time.Sleep(time.Duration(20+rng.Intn(30)) * time.Second)
	}
	return nil
}

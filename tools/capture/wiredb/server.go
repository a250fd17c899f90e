package wiredb

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	limit = regexp.MustCompile(`LIMIT (\d+)`)
	sleep = regexp.MustCompile(`SLEEP\((\d+)\)`) // milliseconds before the answer
)

// Serve answers every connection until the listener fails.
func Serve(l net.Listener, _ string) {
	for {
		nc, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go serve(nc)
	}
}

func serve(nc net.Conn) {
	defer nc.Close()
	in, out := bufio.NewScanner(nc), bufio.NewWriter(nc)
	for in.Scan() {
		time.Sleep(time.Duration(number(sleep, in.Text())) * time.Millisecond)
		if strings.HasPrefix(in.Text(), "QUERY ") {
			fmt.Fprintln(out, "ROWS")
			for i := 0; i < number(limit, in.Text()); i++ {
				fmt.Fprintf(out, "%d\tname of row %d\n", i, i)
			}
			fmt.Fprintln(out, "END")
		} else {
			fmt.Fprintln(out, "OK")
		}
		if out.Flush() != nil {
			return
		}
	}
}

func number(pattern *regexp.Regexp, text string) int {
	found := pattern.FindStringSubmatch(text)
	if found == nil {
		return 0
	}
	n, err := strconv.Atoi(found[1])
	if err != nil {
		return 0
	}
	return n
}
